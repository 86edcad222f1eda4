export { lookAtPicture, type MadePicture, makePictures, type Picture } from './make.ts'
export { type PictureFault, type PictureType, pictureTypes } from './picture.ts'
